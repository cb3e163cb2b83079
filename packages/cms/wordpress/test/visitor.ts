/** Someone who is signed in to WordPress, without a browser. */
export class Visitor {
  readonly #address: string
  readonly #cookies: string
  #nonce = ''

  private constructor(address: string, cookies: string) {
    this.#address = address
    this.#cookies = cookies
  }

  static async signIn(address: string, user: string, password: string): Promise<Visitor> {
    const form = new URLSearchParams({ log: user, pwd: password, 'wp-submit': 'x', testcookie: '1' })
    const response = await fetch(`${address}/wp-login.php`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    })
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0])
    const visitor = new Visitor(address, cookies.join('; '))
    visitor.#nonce = await visitor.text('/wp-admin/admin-ajax.php?action=rest-nonce')
    return visitor
  }

  async text(path: string, form?: Record<string, string>): Promise<string> {
    const response = await fetch(this.#address + path, {
      headers: { cookie: this.#cookies },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    return await response.text()
  }

  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test asks.
  async rest(method: string, route: string, body?: unknown): Promise<{ status: number; body: any }> {
    const response = await fetch(`${this.#address}/index.php?rest_route=${route}`, {
      method,
      headers: { cookie: this.#cookies, 'x-wp-nonce': this.#nonce, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }
}
