// Step 7: each of them has a front page that says what needs them today, and every number opens its rows.
const people = ['Priya Raman', 'Tom Whitlock', 'Margaret Oduya', 'Joanne Birch', 'Ellie Fenwick'];

export async function frontPages(visitor) {
  for (const person of people) {
    await visitor.becomes(person);
    await visitor.heading('My work');
    for (const { number, href } of await figures(visitor)) {
      const response = await visitor.page.goto(new URL(href, visitor.origin).href);
      if (response && response.status() !== 200)  // none: the same page, another part of it
        throw new Error(`${person}: the figure ${number} opens ${href}, which answers ${response.status()}`);
    }
  }
}

function figures(visitor) {
  return visitor.page.locator('.wm-stat').evaluateAll((stats) => stats.map((stat) => {
    const link = stat.closest('a') ?? stat.querySelector('a');
    return { number: stat.textContent.match(/\d[\d,]*/)?.[0], href: link.getAttribute('href') };
  }));
}
