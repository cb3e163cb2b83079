import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, program, type Running, start, until } from '@klarsprak/counterparts'
import { unzipSync } from 'fflate'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const command = file('../../../../cli/dist/klarsprak.js')
const wordpress = '/usr/share/wordpress'
/** They come with MariaDB's server. */
const database = { install: 'mariadb-install-db', client: 'mariadb' }

/** What the house lets nobody publish. The rest is advice. */
const config = {
  root: true,
  profile: 'webb',
  publish: { failOn: 'error', block: ['byrakratord', 'tung-preposition', 'intetsagande-rubrik'] },
}

/** WordPress with the packed plug-in, and the service beside it. */
export interface Site {
  readonly address: string
  readonly token: string
  readonly folder: string
  /** Runs PHP inside WordPress as its administrator, and gives what it returns. */
  // biome-ignore lint/suspicious/noExplicitAny: what comes back is what the test asked for.
  php(code: string): any
  startService(): Promise<void>
  stopService(): Promise<void>
  /** The process of the service, and those that it gives texts to. Linux only. */
  serviceProcesses(): { service: number; workers: number[] }
  /** Whether the service works on a text now. */
  isServiceBusy(): Promise<boolean>
  stop(): Promise<void>
}

/** Packs the plug-in, and sets up MariaDB, WordPress in Swedish and `klarsprak serve`. The test stops it. */
export async function startSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'plugin-test-'))
  const started: Running[] = []
  try {
    const [port, servicePort] = await Promise.all([freePort(), freePort()])
    const site = join(folder, 'site')
    started.push(startDatabase(folder))
    copyWordPress(site)
    installPlugin(folder, site)
    const address = `http://127.0.0.1:${port}`
    writeFileSync(join(site, 'wp-config.php'), wpConfig(join(folder, 'm.sock'), address))
    writeFileSync(join(site, 'wp-content/mu-plugins/test.php'), mustUse)
    await until('the database answers', () => query(folder, 'CREATE DATABASE IF NOT EXISTS wp'), 30_000)

    writeFileSync(join(folder, 'klarsprak.config.json'), JSON.stringify(config))
    const tokens = join(folder, 'token.txt')
    const token = klarsprak(['serve', '--tokens', tokens, '--new-token', 'wordpress']).trim()
    let service: Running | undefined
    const startService = async () => {
      // Time enough on a machine that does much else.
      const options = ['--port', String(servicePort), '--tokens', tokens, '--workers', '1', '--time-limit', '60']
      const one = start(process.execPath, [
        command,
        'serve',
        ...options,
        '--config',
        join(folder, 'klarsprak.config.json'),
      ])
      service = one
      started.push(one)
      await until('the service answers', () => one.output().includes('svarar på'), 40_000)
    }

    const php = (code: string) => {
      const script = `${prelude(site, port)}\necho "\\0" . json_encode((function () { ${code} })());`
      const output = execFileSync(program('php'), ['-d', 'display_errors=stderr'], { input: script, encoding: 'utf8' })
      return JSON.parse(output.slice(output.lastIndexOf('\0') + 1) || 'null')
    }
    execFileSync(program('php'), [], { input: install(site, port, servicePort, token) })
    const web = start(program('php'), ['-S', `127.0.0.1:${port}`, '-t', site], {
      cwd: site,
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
    })
    started.push(web)
    await until('WordPress answers', async () => (await fetch(`${address}/wp-login.php`)).ok)
    await startService()
    return {
      address,
      token,
      folder,
      php,
      startService,
      async stopService() {
        await service?.stop()
      },
      serviceProcesses() {
        const pid = service!.child.pid!
        const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
        return { service: pid, workers: children.trim().split(' ').filter(Boolean).map(Number) }
      },
      async isServiceBusy() {
        const metrics = await fetch(`http://127.0.0.1:${servicePort}/metrics`, {
          headers: { authorization: `Bearer ${token}` },
        })
        return /_workers_busy 1$/m.test(await metrics.text())
      },
      async stop() {
        await Promise.all(started.map((one) => one.stop()))
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await Promise.all(started.map((one) => one.stop()))
    throw error
  }
}

function klarsprak(args: string[]): string {
  return execFileSync(process.execPath, [command, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

/** A database of its own, which answers on a socket only. */
function startDatabase(folder: string): Running {
  const data = join(folder, 'data')
  const user = `--user=${userInfo().username}`
  execFileSync(
    database.install,
    ['--no-defaults', `--datadir=${data}`, user, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: 'ignore' },
  )
  return start(program('mariadb'), [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${join(folder, 'm.sock')}`,
    `--pid-file=${join(folder, 'm.pid')}`,
    '--skip-networking',
    '--innodb-flush-log-at-trx-commit=0',
    user,
  ])
}

function query(folder: string, sql: string): boolean {
  execFileSync(database.client, ['--no-defaults', `--socket=${join(folder, 'm.sock')}`, '-uroot', '-e', sql], {
    stdio: 'ignore',
  })
  return true
}

/** A copy that can be written in, with Swedish as its only other language. */
function copyWordPress(site: string): void {
  const languages = join(wordpress, 'wp-content/languages')
  cpSync(wordpress, site, {
    recursive: true,
    dereference: true,
    filter: (path) =>
      (!path.startsWith(`${languages}/`) || path.includes('sv_SE')) &&
      !path.endsWith('wp-config.php') &&
      !path.endsWith('.htaccess'),
  })
  for (const name of ['plugins', 'mu-plugins', 'uploads'])
    mkdirSync(join(site, 'wp-content', name), { recursive: true })
}

/** Installs what the script packs, so that the package is what is tested. */
function installPlugin(folder: string, site: string): void {
  const zip = join(folder, 'klarsprak.zip')
  execFileSync(process.execPath, [file('../scripts/package.mjs'), zip])
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    const target = join(site, 'wp-content/plugins', name)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, bytes)
  }
  if (!readdirSync(join(site, 'wp-content/plugins')).includes('klarsprak')) throw new Error('the package is empty')
}

function wpConfig(socket: string, address: string): string {
  const constants: Record<string, unknown> = {
    DB_NAME: 'wp',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    WP_DEBUG: true,
    WP_DEBUG_LOG: true,
    WP_DEBUG_DISPLAY: false,
    WP_HTTP_BLOCK_EXTERNAL: true,
    WP_ACCESSIBLE_HOSTS: '127.0.0.1,localhost',
    AUTOMATIC_UPDATER_DISABLED: true,
    DISABLE_WP_CRON: true,
    WP_HOME: address,
    WP_SITEURL: address,
    WP_ENVIRONMENT_TYPE: 'local',
  }
  for (const key of ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'])
    for (const kind of ['KEY', 'SALT']) constants[`${key}_${kind}`] = `test ${key} ${kind}`
  const lines = Object.entries(constants).map(([name, value]) => `define('${name}', ${JSON.stringify(value)});`)
  return `<?php\n${lines.join('\n')}\n$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';\n`
}

/** The classic editor on demand, and no mail. */
const mustUse = `<?php
add_filter('pre_wp_mail', '__return_true');
add_filter('use_block_editor_for_post', function ($use) { return get_option('test_classic') ? false : $use; });
`

function load(site: string, port: number): string {
  return `$_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; $_SERVER['REMOTE_ADDR'] = '127.0.0.1'; require '${site}/wp-load.php';`
}

function prelude(site: string, port: number): string {
  return `<?php ${load(site, port)} wp_set_current_user(1);`
}

function install(site: string, port: number, servicePort: number, token: string): string {
  return `<?php define('WP_INSTALLING', true); ${load(site, port)}
require ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install('Klarköpings kommun', 'admin', 'a@example.test', false, '', 'adminpass', 'sv_SE');
update_option('WPLANG', 'sv_SE');
activate_plugin('klarsprak/klarsprak.php');
update_option('klarsprak_settings', array('address' => 'http://127.0.0.1:${servicePort}', 'timeout' => 60));
update_option('klarsprak_token', array('token' => '${token}'));
wp_insert_user(array('user_login' => 'skribent', 'user_pass' => 'skribentpass', 'user_email' => 's@example.test', 'role' => 'author'));
`
}
