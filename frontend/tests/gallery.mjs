// Looks at the gallery that src/ui/gallery_test.cpp writes: screenshots at two widths, axe, valid HTML, with our policy in force.
//   WAYMARK_GALLERY=FOLDER waymark_tests -tc='*gallery*' && node tests/gallery.mjs FOLDER
import { createServer } from 'node:http'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import { HtmlValidate } from 'html-validate'
import { chromium } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = process.argv[2]
const port = Number(process.env.PORT ?? 8119)
const types = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }
const policy = "default-src 'none'; script-src 'self' 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'"
const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://x').pathname
  try {
    const bytes = readFileSync(join(folder, path))
    response.writeHead(200, { 'Content-Type': types[path.split('.').pop()], 'Content-Security-Policy': policy }).end(bytes)
  } catch {
    response.writeHead(404).end()
  }
}).listen(port, '127.0.0.1')

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  // What the package itself writes: void style, classes such as govuk-body-s, roles that repeat an element's own.
  rules: { 'no-redundant-role': 'off', 'prefer-native-element': 'off', 'no-inline-style': 'error', 'long-title': 'off', 'void-style': 'off', 'no-redundant-for': 'off', 'tel-non-breaking': 'off', 'wcag/h30': 'off' }
})
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']
})
let faults = 0
const fault = (...words) => { faults += 1; console.log(...words) }

for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
  const report = await validator.validateString(readFileSync(join(folder, file), 'utf8'))
  for (const { messages } of report.results) for (const { ruleId, message, line } of messages) fault(file, line, ruleId, message)
  for (const width of [1280, 360]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.on('console', (message) => { if (message.type() === 'error') fault(file, width, message.text()) })
    page.on('pageerror', (error) => fault(file, width, error.message))
    await page.goto(`http://127.0.0.1:${port}/${file}`)
    await page.waitForTimeout(200)
    await page.screenshot({ path: join(folder, `${file.replace('.html', '')}-${width}.png`), fullPage: true })
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wider > 0) fault(file, width, `is ${wider} px wider than the screen`)
    await page.evaluate(axe)
    const { violations } = await page.evaluate((tags) => window.axe.run({ runOnly: { type: 'tag', values: tags } }), ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    for (const { id, nodes } of violations) for (const { html, failureSummary } of nodes) fault(file, width, id, html, failureSummary)
    await context.close()
  }
}
await browser.close()
server.close()
console.log(faults === 0 ? 'No faults' : `${faults} faults`)
process.exitCode = faults === 0 ? 0 : 1
