// The main job, end to end: a child who needs alternative provision goes from need to a good place and on to what comes next.
// Each step is done by the person who really does it, on the day on which it would be done. The steps stand in road/.
import { bringProfileUpToDate, checkTheChanges, findProvision } from './road/1_directory.mjs';
import { referAPupil } from './road/2_referral.mjs';
import { decideAtPanel, sendLetters, triageReferral } from './road/3_panel.mjs';
import { offerPlaces, planThePlacement, secondPlacement, startThePlacement } from './road/4_placement.mjs';
import { seeAbsence, takeTheRegister } from './road/5_attendance.mjs';
import { holdTheReview, whatComesNext } from './road/6_review.mjs';
import { frontPages } from './road/7_front_pages.mjs';

export const title = 'A child goes from need to a good place and on to what comes next';
export const day = '2026-11-24';  // a Tuesday in the second half of the autumn term

export async function run(visitor) {
  await bringProfileUpToDate(visitor);
  await checkTheChanges(visitor);
  await findProvision(visitor);
  await referAPupil(visitor);
  await triageReferral(visitor);

  await visitor.moveTo('2026-11-26');
  await decideAtPanel(visitor);
  await sendLetters(visitor);
  await offerPlaces(visitor);
  await planThePlacement(visitor);

  await visitor.moveTo('2026-12-07');
  await startThePlacement(visitor);
  await secondPlacement(visitor);
  await takeTheRegister(visitor);
  await seeAbsence(visitor);
  await frontPages(visitor);

  await visitor.moveTo('2026-12-17');
  await holdTheReview(visitor);
  await whatComesNext(visitor);
}
