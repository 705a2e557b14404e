// Step 2: a school's inclusion lead looks for the child before adding them, and refers. The law's clock starts and shows.
import { child } from './child.mjs';

export async function referAPupil(visitor) {
  await addTheChild(visitor);
  await recordTheSuspension(visitor);
  await writeTheSections(visitor);
  await checkAndSend(visitor);
}

async function addTheChild(visitor) {
  await visitor.becomes('Joanne Birch', { at: '/referrals/new' });
  await visitor.fill('Name, reference or UPN', child.last);
  await visitor.press('Find the child');
  await visitor.look('no child of that name');
  await visitor.visit('/pupils/match');
  await visitor.fill('First name', child.first);
  await visitor.fill('Last name', child.last);
  await visitor.press('Look for this child');
  await visitor.isRefused('date of birth');
  await visitor.holds('First name', child.first);
  await visitor.fillDate('Date of birth', 14, 2, 2013);
  await visitor.press('Look for this child');
  await visitor.look('no such child yet');
  await visitor.follow(/^Add /);
  await visitor.heading('Add a child');
  await visitor.holds('First name', child.first);
  await visitor.choose('Male');
  await visitor.fill('Home address', '12 Tanner Row\nHarrowdale');
  await visitor.fill('Postcode', 'ZH1 5AQ');
  await visitor.fillDate('On the roll of Millbrook Academy since', 2, 9, 2024);
  await visitor.fill('Year group', '9');
  await visitor.look('add a child');
  await visitor.press('Add child');
  await visitor.sees(child.name);
  visitor.child = visitor.path.split('/').at(-1);
}

async function recordTheSuspension(visitor) {
  await visitor.follow('Exclusions');
  await visitor.choose('Suspension');
  await visitor.fill('How many half days?', '14');
  await visitor.fillDate('First school day of it', 16, 11, 2026);
  await visitor.choose('Verbal abuse or threat against an adult');
  await visitor.press('Record');
  await visitor.sees('Suspension, 14 half days');
  await visitor.sees('Full-time education during suspension (day six)');
  await visitor.look('the exclusions of a child, with their clock');
}

async function writeTheSections(visitor) {
  await visitor.visit(`/referrals/new?pupil=${visitor.child}`);
  await visitor.look('what is known already');
  await visitor.press(/^Start a referral/);
  await visitor.heading('Refer a child for alternative provision');
  visitor.referral = visitor.path;
  await visitor.sees('Full-time education during suspension (day six)');
  await visitor.look('the task list of a referral, its clock running');

  const section = async (name, fill) => {
    await visitor.follow(new RegExp(`^${name}`));
    await visitor.heading(name);
    await fill();
    await visitor.press('Save and mark as complete');
    await visitor.heading('Refer a child for alternative provision');
  };
  await visitor.follow(/^Reasons/);
  await visitor.press('Save and mark as complete');
  await visitor.isRefused('reason');
  await visitor.look('reasons, with nothing chosen');
  await visitor.visit(visitor.referral);
  await section('Reasons', async () => {
    await visitor.choose('At risk of exclusion or suspension');
    await visitor.choose('Social, emotional and mental health (SEMH)');
    await visitor.select('Which is the main reason?', 'At risk of exclusion or suspension');
    await visitor.fillDate('First day without suitable education', 16, 11, 2026);
    await visitor.fill('Hours the child is taught in a week now', '5');
    await visitor.choose('Soon: the child is losing education now');
    await visitor.select('Kind of provision you have in mind', 'Vocational');
    await visitor.look('the reasons of a referral');
  });
  await section('What was tried', async () => visitor.fill('What has been tried, when, and what came of it?', 'A mentor each morning since September. It helped until he changed groups.'));
  await section('Strengths', async () => visitor.fill('What is the child good at, and what do they enjoy?', 'Patient with younger children and with animals. Mends bicycles.'));
  await section('Needs', async () => visitor.fill('What does the child need in order to learn?', 'Adults who stay calm, practical work, and few changes of room.'));
  await section('Risks', async () => visitor.fill('What are the risks, and what keeps everyone safe?', 'Walks out when shouted at. Comes back when one adult follows at a distance.'));
  await section('Child’s view', async () => {
    await visitor.choose('They said it in a conversation');
    await visitor.fill('The child’s own words', child.words);
    await visitor.look('the child’s own words');
  });
  await section('Family’s view', async () => {
    await visitor.fill('The family’s own words', 'We want him to have somewhere he is not always in trouble.');
    await visitor.fillDate('When was the family told about this referral?', 23, 11, 2026);
  });
  await section('Documents', async () => {
    await visitor.select('What is it?', 'School report');
    await visitor.attach('report.txt', 'Report of the head of year, November 2026.');
  });
}

async function checkAndSend(visitor) {
  await visitor.follow(/^Check your answers and send/);
  await visitor.heading('Check your answers before you send the referral');
  await visitor.sees(child.words);
  await visitor.holds('Your full name', 'Joanne Birch');
  await visitor.look('check your answers');
  await visitor.press('Send referral');
  await visitor.sees('What happens next');
  await visitor.look('the referral is sent');
  await visitor.visit(visitor.referral);
  await visitor.sees('Decision on education');
  await visitor.look('a sent referral with its clocks');
}
