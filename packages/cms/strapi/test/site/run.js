// Starts Strapi in its folder, and does as its parent asks: calls of the document service, and queries past it.
const { createStrapi } = require('@strapi/strapi')

async function main() {
  const strapi = await createStrapi({ appDir: __dirname, distDir: __dirname }).start()
  const asked = {
    documents: (uid, action, request) => strapi.documents(uid)[action](request),
    rows: (uid, action, request) => strapi.db.query(uid)[action](request),
    async token() {
      const key = { name: 'test', type: 'full-access', description: '', lifespan: null }
      return (await strapi.service('admin::api-token').create(key)).accessKey
    },
    locale: (code) => strapi.plugin('i18n').service('locales').create({ code, name: code }),
  }
  process.on('message', async ({ id, what, args }) => {
    try {
      process.send({ id, answer: (await asked[what](...args)) ?? null })
    } catch (error) {
      const { name, message, details } = error
      process.send({ id, fault: { name, message, details } })
    }
  })
  process.on('disconnect', () => process.exit())
  process.send('ready')
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
