// Step 5: the provider takes the register on a phone; school and authority see today's absence today; it becomes a task.
import { child } from './child.mjs';

export async function takeTheRegister(visitor) {
  await visitor.becomes('Jess Tolley', { at: '/registers' });
  await visitor.look('the registers of today');
  await visitor.visit('/registers/2026-12-07/am');
  await visitor.sees('Jordan P.');
  await visitor.doesNotSee(child.last);
  await visitor.look('a register, nothing chosen beforehand');
  await visitor.pick(/Jordan P/, 'Not here');
  await visitor.press('Mark the rest here');
  await visitor.press('Save register');
  await visitor.heading('Registers');
  await visitor.visit('/registers/2026-12-07/am');
  await visitor.sees(/Not here: reason not known yet/);
  await visitor.look('a register that is taken');
}

export async function seeAbsence(visitor) {
  await visitor.becomes('Karl Denny', { at: '/absence' });
  await visitor.sees(child.name);
  await visitor.look('absence today, unexplained first');
  await visitor.visit(`/pupils/${visitor.child}/absence/2026-12-07/am`);
  await visitor.fill('Whom did you try to reach?', 'His aunt');
  await visitor.pick('How?', 'Telephone');
  await visitor.choose(/^No answer/);
  await visitor.look('record a contact about an absence');
  await visitor.press('Save contact');
  await visitor.visit('/absence');
  await visitor.sees('1 contact');

  await visitor.becomes('Joanne Birch');
  await visitor.heading('My work');
  await visitor.sees('Find out why a child is not there');
  await visitor.look('the front page of the school, with the absence as a task');

  await visitor.becomes('Priya Raman', { at: '/absence' });
  await visitor.sees(child.name);
  await visitor.visit(`/pupils/${visitor.child}/attendance`);
  await visitor.sees('0%');
  await visitor.look('the attendance of one child, by the arithmetic of the Department for Education');
  await visitor.visit('/attendance');
  await visitor.look('attendance by setting');
}
