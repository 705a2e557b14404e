// Step 3: the clerk triages and asks for what is missing, the panel meets, the chair records a decision, the letters go out.
import { child } from './child.mjs';

export async function triageReferral(visitor) {
  await visitor.becomes('Tom Whitlock');
  await visitor.heading('My work');
  await visitor.look('the front page of a clerk');
  await visitor.visit('/referrals');
  await visitor.follow(child.name);
  await visitor.visit(`${visitor.referral}/triage`);
  await visitor.look('triage');
  await visitor.choose('Ask for more information');
  await visitor.fill('What do you need to know?', 'Has an educational psychologist seen him?\nWho brings him in the morning?');
  await visitor.fillDate('By when?', 25, 11, 2026);
  await visitor.press('Record triage');

  await visitor.becomes('Joanne Birch');
  await visitor.heading('My work');
  await visitor.look('the front page of a school');
  await visitor.visit(`${visitor.referral}/questions`);
  await visitor.look('the questions of the clerk');
  await visitor.fill('Has an educational psychologist seen him?', 'Not yet. An appointment is booked for 9 December.');
  await visitor.press('Send answer');
  await visitor.sees('Not yet. An appointment is booked');
  await visitor.fill('Who brings him in the morning?', 'His aunt, by car.');
  await visitor.press('Send answer');
  await visitor.sees('His aunt, by car.');

  await visitor.becomes('Tom Whitlock', { at: `${visitor.referral}/triage` });
  await visitor.sees('His aunt, by car.');
  await visitor.choose('Panel');
  await visitor.fill('Why', 'Complete, and more than the school can do alone.');
  await visitor.press('Record triage');
  await visitor.visit('/referrals?tab=ready');
  await visitor.sees(child.name);

  await visitor.visit('/meetings');
  await visitor.look('meetings');
  await visitor.follow(/26 November 2026/);
  visitor.meeting = visitor.path;
  await visitor.press(/^Add all ready/);
  await visitor.sees(child.name);
  await visitor.look('an agenda in the order of the clocks');
  await visitor.press(/^Publish/);
  await visitor.visit(`${visitor.meeting}/papers`);
  await visitor.sees(child.words);
  await visitor.look('the reading pack');
}

export async function decideAtPanel(visitor) {
  await visitor.becomes('Dr Sam Okoro', { at: `${visitor.meeting}/papers` });
  await visitor.sees(child.words);

  await visitor.becomes('Margaret Oduya', { at: `${visitor.meeting}/run` });
  await visitor.look('who is here');
  await visitor.choose('Margaret Oduya');
  await visitor.select('Who takes the chair?', 'Margaret Oduya (may take the chair)');
  await visitor.press('Record who is here');
  await openCase(visitor);
  await visitor.sees('No quorum');
  await decide(visitor);
  await visitor.press('Record decision');
  await visitor.isRefused('quorum');
  await visitor.holds('Half days a week', '4');
  await visitor.look('a decision refused: no quorum, and no officer signed off');

  await openCase(visitor);
  await visitor.unfold('Change who is here');
  for (const name of ['Dr Sam Okoro', 'Idris Vaughan', 'Leah Brannigan', 'Helen Marsh']) await visitor.choose(name);
  await visitor.press('Record who is here');
  await openCase(visitor);
  await visitor.unfold('Declare a conflict');
  await visitor.select('Who declares a conflict in this case?', 'Helen Marsh');
  await visitor.fill('What it is', 'Chairs the trust’s behaviour group');
  await visitor.press('Record conflict');
  await openCase(visitor);
  await visitor.sees('Helen Marsh stands aside');
  await decide(visitor);
  await visitor.select('Signed off by', /Priya Raman/);
  await visitor.look('the live meeting');
  await visitor.press('Record decision');
  await visitor.becomes('Tom Whitlock', { at: visitor.referral });
  await visitor.sees('Decided');
  await visitor.follow('A place in alternative provision');
  visitor.decision = visitor.path;
  await visitor.sees('We heard that he is patient with animals.');
  await visitor.look('the decision');
}

/** Of the cases on the agenda, the one of our child. */
async function openCase(visitor) {
  const link = visitor.page.getByRole('link', { name: child.name, exact: true });
  if (await link.count()) await link.first().click();
  await visitor.heading('Panel meeting');
}

async function decide(visitor) {
  await visitor.choose('A place in alternative provision');
  await visitor.select('Kind of provision', /^Vocational/);
  await visitor.fill('Half days a week', '4');
  await visitor.fill('How many weeks', '12');
  await visitor.choose(/^Stays on/);
  await visitor.choose('A provider that is not a registered school may be used');
  await visitor.fill('Why an unregistered provider is right for this child', 'He calms down around animals, and the farm is quality assured.');
  await visitor.choose('A part-time place beside school');
  await visitor.choose('Comes regularly');
  await visitor.choose('Back to lessons at Millbrook Academy');
  await visitor.fill('Reasons', 'We heard that he is patient with animals. A calm place with practical work is the best way back.');
  await visitor.fill('Conditions', 'School visits every half-term');
}

export async function sendLetters(visitor) {
  await visitor.visit('/letters');
  await visitor.look('letters to send');
  for (const to of ['family', 'school']) {
    await visitor.visit(`${visitor.decision}/letter/${to}`);
    await visitor.sees('We heard that he is patient with animals.');
    await visitor.sees(child.first);
    await visitor.look(`the letter to the ${to}`);
    await visitor.press('Record as sent');
  }
}
