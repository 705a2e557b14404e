// A provider adds documents while the authority's virus scanner is there, while it is away, and when it is back.
import { startScanner, virus } from './lib/virus_scanner.mjs';

export const title = 'A file with a virus is refused; one that nobody can look at waits, and is released or replaced when the scanner is back';
export const ways = ['script'];

export async function beside() {
  const scanner = await startScanner();
  return { scanner, args: ['--virus-scanner', scanner.address], stop: scanner.stop };
}

export async function run(visitor) {
  const { scanner } = visitor.server.beside;
  await visitor.becomes('Ellie Fenwick', { at: '/providers' });
  const documents = `${visitor.path}/documents`;
  await adds(visitor, documents, 'Clean policy', 'Certificate of insurance.');
  await visitor.page.getByRole('link', { name: 'Clean policy', exact: true }).waitFor();
  await isRefused(visitor, documents);
  await scanner.end();
  await waits(visitor, documents);
  await scanner.begin();
  await isSettled(visitor, documents);
}

async function adds(visitor, documents, name, text) {
  await visitor.visit(`${documents}/new`);
  await visitor.choose('Public and employer liability insurance');
  await visitor.fill('Name', name);
  await visitor.fillDate('When was it issued?', 1, 9, 2026);
  await visitor.fillDate('When does it expire?', 31, 8, 2027);
  await visitor.attach('certificate.txt', text);
  await visitor.press('Add document');
}

async function isRefused(visitor, documents) {
  await adds(visitor, documents, 'Bad policy', `Certificate. ${virus}`);
  await visitor.isRefused('holds a virus');
  await visitor.holds('Name', 'Bad policy');
  await visitor.look('a file with a virus is not kept');
  await visitor.visit(documents);
  await visitor.doesNotSee('Bad policy');
}

async function waits(visitor, documents) {
  await adds(visitor, documents, 'Late policy', 'Certificate of insurance of the year after.');
  await adds(visitor, documents, 'Late and bad policy', `Certificate of the year after. ${virus}`);
  await visitor.sees('Waiting to be checked for viruses');
  if (await visitor.page.getByRole('link', { name: 'Late policy', exact: true }).count()) throw new Error('a file that waits can be opened');
  await visitor.look('documents that wait to be checked');
  const officer = await visitor.beside('Grace Liddell', { at: documents });
  const verify = await officer.page.locator('form[action$="/verify"]').first().getAttribute('action');
  await officer.visit(verify.replace(/\/verify$/, ''), { status: 422 });
  await officer.sees('waits to be checked for viruses');
  await officer.look('who opens a file that waits is told so');
  await officer.leaves();
}

async function isSettled(visitor, documents) {
  for (const until = Date.now() + 40_000; ;) {
    await visitor.visit(documents);
    if (!(await visitor.page.getByText('Waiting to be checked').count())) break;
    if (Date.now() > until) throw new Error('the scanner is back, and files still wait');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await visitor.page.getByRole('link', { name: 'Late policy', exact: true }).waitFor();
  await visitor.sees('Holds a virus: nobody can open it');
  await visitor.look('a file that a virus was found in later');
  await visitor.visit('/');
  await visitor.sees('Replace a file that holds a virus');
}
