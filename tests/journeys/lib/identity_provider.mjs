// A real identity provider beside the story: Debian's glewlwyd on a free port of this machine, with one client and two people.
import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, start } from './program.mjs';

const webapp = '/usr/share/glewlwyd/webapp';
const schema = '/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz';
const secret = 'a-secret-of-the-story';  // letters that need no encoding: this provider does not decode them

const pages = ['html text/html', 'css text/css', 'js application/javascript', 'json application/json']
  .map((line) => line.split(' ')).map(([extension, type]) => `{ extension = ".${extension}" mime_type = "${type}" compress = 0 }`);

const settings = (folder, port) => `
port=${port}
bind_address="127.0.0.1"
external_url="http://localhost:${port}"
login_url="login.html"
api_prefix="api"
static_files_path="${folder}/webapp/"
log_mode="console"
log_level="WARNING"
cookie_domain="localhost"
cookie_secure=0
session_expiration=3600
session_key="PROVIDER_SESSION"
admin_session_authentication="cookie"
profile_session_authentication="cookie"
login_api_enabled=true
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="/usr/lib/glewlwyd/user"
user_middleware_module_path="${folder}/none"
client_module_path="/usr/lib/glewlwyd/client"
user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
plugin_module_path="/usr/lib/glewlwyd/plugin"
use_secure_connection=false
secure_connection_key_file="${folder}/none"
secure_connection_pem_file="${folder}/none"
secure_connection_ca_file="${folder}/none"
hash_algorithm="SHA512"
database = { type = "sqlite3" path = "${folder}/provider.db" };
static_files_mime_types = ( ${pages.join(', ')} )
`;

/** The provider's database as Debian ships it, and its pages; the link to their configuration leads nowhere in Debian's package. */
async function makeFolder(port) {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-provider-'));
  await mkdir(join(folder, 'none'));
  await cp(webapp, join(folder, 'webapp'), { recursive: true, dereference: true, filter: (path) => !path.endsWith('config.json') });
  await cp('/usr/share/glewlwyd/templates/config.json', join(folder, 'webapp', 'config.json'));
  const script = 'import gzip,sqlite3,sys; sqlite3.connect(sys.argv[2]).executescript(gzip.open(sys.argv[1],"rt").read())';
  const filled = start('python3', ['-c', script, schema, join(folder, 'provider.db')]);
  if (await filled.ended !== 0) throw new Error(`the provider's database was not made:\n${filled.words}`);
  await writeFile(join(folder, 'settings'), settings(folder, port));
  return folder;
}

/** Says through the provider's own administration what it signs with, who asks it, and who signs in. */
async function fill(origin, comeBackTo, people) {
  let cookie = '';
  const say = async (path, body) => {
    const answer = await fetch(`${origin}/api${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: cookie }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`the provider answered ${answer.status} to ${path}: ${await answer.text()}`);
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
  };
  const { publicKey: cert, privateKey: key } = generateKeyPairSync('rsa', {
    modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  await say('/auth/', { username: 'admin', password: 'password' });  // as the package makes it; on this machine, for half a minute
  await say('/mod/plugin/', { module: 'oidc', name: 'oidc', display_name: 'OpenID Connect', enabled: true, parameters: {
    iss: `${origin}/api/oidc`, 'jwt-type': 'rsa', 'jwt-key-size': '256', key, cert,
    'access-token-duration': 600, 'refresh-token-duration': 600, 'code-duration': 60, 'refresh-token-rolling': true,
    'auth-type-code-enabled': true, 'auth-type-token-enabled': false, 'auth-type-id-token-enabled': true, 'auth-type-none-enabled': false,
    'auth-type-password-enabled': false, 'auth-type-client-enabled': false, 'auth-type-refresh-enabled': false,
    'subject-type': 'public', 'pkce-allowed': true, 'pkce-required': true, 'pkce-method-plain-allowed': false, 'email-claim': 'mandatory',
  } });
  await say('/client/', { client_id: 'waymark', name: 'Waymark', client_secret: secret, confidential: true, enabled: true, scope: ['openid'],
    redirect_uri: [comeBackTo], authorization_type: ['code'], token_endpoint_auth_method: ['client_secret_basic'] });
  for (const person of people) await say('/user/', { ...person, enabled: true, scope: ['openid'] });
}

/** Starts the provider for a Waymark at that address. `file` says to Waymark where it is; `stop` ends it and forgets it. */
export async function startProvider(waymark, people) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const folder = await makeFolder(port);
  const child = start('glewlwyd', [`--config-file=${join(folder, 'settings')}`]);
  const stop = async () => {
    child.kill('SIGTERM');
    await child.ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await isThere(origin, child);
    await fill(origin, `${waymark}/sign-in/with/council/answer`, people);
  } catch (error) {
    await stop();
    throw error;
  }
  const file = join(folder, 'providers.json');
  await writeFile(file, JSON.stringify([{ id: 'council', name: 'Council account', issuer: `${origin}/api/oidc`, client_id: 'waymark', client_secret: secret,
    scopes: ['openid'], trusts_emails: true, second_step_always: true }]), { mode: 0o600 });
  return { origin, file, stop };
}

async function isThere(origin, child) {
  let ended = false;
  child.ended.then(() => { ended = true; });
  for (const until = Date.now() + 10_000; Date.now() < until && !ended;) {
    if (await fetch(`${origin}/config`).catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the provider did not start:\n${child.words}`);
}
