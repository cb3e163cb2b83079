module.exports = () => ({
  host: '127.0.0.1',
  port: Number(process.env.PORT),
  app: { keys: ['only for the test', 'as this'] },
  logger: { startup: { enabled: false }, updates: { enabled: false } },
})
