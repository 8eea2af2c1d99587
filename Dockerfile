# Goalkeeper for a real tenant, without the sandbox. docs/operations.md says how it is run.
FROM node:24-bookworm-slim AS build
WORKDIR /app
RUN npm install --global pnpm@12.21.0
COPY . .
RUN pnpm install --frozen-lockfile --filter @goalkeeper/web...
RUN pnpm --filter @goalkeeper/web build
# What serves needs none of what builds.
RUN rm -rf node_modules */*/node_modules && pnpm install --frozen-lockfile --prod --filter @goalkeeper/bff...

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/packages packages
COPY --from=build /app/apps/bff apps/bff
COPY --from=build /app/apps/web/dist apps/web/dist
RUN mkdir --mode=700 /data && chown node:node /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4300 DATA_DIR=/data
VOLUME /data
EXPOSE 4300
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD node apps/bff/src/health/is-ready.ts "$PORT" ${TLS_CERT_FILE:+https}
# At SIGTERM it waits for calls that are on their way: give it 60 seconds (--stop-timeout).
CMD ["node", "apps/bff/src/main.ts"]
