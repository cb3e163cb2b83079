module.exports = () => ({
  auth: { secret: 'only for the test', sessions: {} },
  apiToken: { salt: 'only for the test', secrets: { encryptionKey: 'only for the test, 32 characters' } },
  transfer: { token: { salt: 'only for the test' } },
  secrets: { encryptionKey: 'only for the test, 32 characters' },
  flags: { nps: false, promoteEE: false },
  serveAdminPanel: false,
})
