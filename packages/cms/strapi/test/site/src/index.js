module.exports = {
  async register({ strapi }) {
    const { klarsprak } = await import('@klarsprak/strapi')
    const page = { title: 'title', fields: ['lead', 'body', 'layout.content'] }
    const address = process.env.KLARSPRAK_URL
    klarsprak(strapi, {
      address,
      types: { 'api::page.page': page, 'api::note.note': { fields: ['text'] } },
      mayOverride: (user) => user?.email !== 'skribent@exempel.se',
    })
    klarsprak(strapi, {
      address,
      whenUnavailable: 'publish',
      types: { 'api::news.news': { title: 'title', fields: ['body'] } },
    })
  },
}
