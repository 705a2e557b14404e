// Builds dist/: the stylesheet, the scripts and the icon under names that carry a hash of their content, and manifest.json,
// which says which plain name has which hashed one. `npm run build`; the C++ build runs it too, and embeds what it made.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { build, transformSync } from 'esbuild'
import { compile } from 'sass'

const dist = new URL('dist/', import.meta.url)
const manifest = {}

function write(plainName, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const extension = extname(plainName)
  const name = `${basename(plainName, extension)}.${hash}${extension}`
  writeFileSync(new URL(name, dist), bytes)
  manifest[plainName] = name
  return name
}

function stylesheet() {
  const { css } = compile('scss/app.scss', { loadPaths: ['node_modules'], quietDeps: true })
  const suggestions = readFileSync('node_modules/accessible-autocomplete/dist/accessible-autocomplete.min.css', 'utf8')
  return transformSync(css + suggestions, { loader: 'css', minify: true, charset: 'utf8' }).code
}

/** The core script is loaded by every page; what few pages need is a chunk of its own, fetched when it is needed. */
async function scripts() {
  const result = await build({
    entryPoints: ['ts/core.ts'],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2020',
    outdir: 'dist',
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
    metafile: true,
    legalComments: 'none'
  })
  for (const file of Object.keys(result.metafile.outputs)) {
    const name = basename(file)
    const [plain] = name.split('.')
    manifest[`${plain}.js`] = name
  }
}

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)
write('app.css', stylesheet())
write('waymark.svg', readFileSync('images/waymark.svg'))
await scripts()
writeFileSync(new URL('manifest.json', dist), `${JSON.stringify(manifest, null, 2)}\n`)
