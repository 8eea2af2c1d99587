import express from 'express'
import { createProxyMiddleware } from 'http-proxy-middleware'

// What one would put before a tenant to hide its key: it passes everything on and adds the key. Tells its port over the channel.
const [target = '', accessKey = ''] = process.argv.slice(2)
const app = express()
app.disable('x-powered-by')
app.use(createProxyMiddleware({ target, changeOrigin: true, headers: { accesskey: accessKey } }))
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') process.send?.(address.port)
})
process.once('disconnect', () => process.exit())
