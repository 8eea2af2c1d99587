// The web app itself.
// web-app
export const theWebAppHasNotBeen = 'The web app has not been built: run npm start, or pnpm build.'
