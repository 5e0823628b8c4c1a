import { html } from 'hono/html';
import { safety } from '../../../../core/messages/copy/safety';
import { bookVisit } from '../../../../core/practice/book-visit';
import type { PracticeWords } from '../../../../core/practice/words';
import type { Html } from '../../html';

/** Emergencies, the doctor first, check-ins, visits and tips. */
/** The same words as the beginning of a sentence. */
export const opens = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const care = (subject: PracticeWords) => ({
  /** The label of the notice for screen readers. */
  emergency: 'Emergency',
  isEmergency: safety.en.ask,
  emergencyAct: `${safety.en.act} ${safety.en.wait}`,
  getHelp: 'Please get help now',
  signChosen: 'A sign you chose can be an emergency.',
  call911: 'Call 911',
  emergencyAdvice: `${safety.en.act} ${safety.en.wait}`,
  structuralAdvice: `${opens(subject.doctor)} should make the diagnosis and the plan. ${bookVisit.en} or call us.`,
  doctorFirst: subject.seeDoctorFirst,
  doctorFirstLead: `From what you told us, ${subject.doctor} should make the diagnosis and the plan. Please do this before you try any exercises.`,
  orCall: ({ call }: { call: Html }) => html`Or call ${call}.`,

  bookVisit: bookVisit.en,
  bookLead: 'Tell us where and when suits you. We call you back to set the time.',
  whichOffice: 'Which office?',
  whatTime: 'What time of day?',
  anyTime: 'Any time',
  morning: 'Morning',
  afternoon: 'Afternoon',
  whichDays: 'Which days?',
  anyWeekday: 'Leave empty if any weekday is fine.',
  otherNumber: 'Call another number (optional)',
  callTo: ({ digits }: { digits: string }) => `We will call the number that ends in ${digits}.`,
  whichNumber: 'Which number should we call?',
  call: ({ number }: { number: string }) => `Call ${number}`,
  ratherOnline: ({ href }: { href: string }) =>
    html`Rather pick a time yourself? <a href="${href}">${bookVisit.en} online</a>.`,
  callBackBy: ({ moment }: { moment: string }) => `We will call you back by ${moment}.`,
  deskClosed: ({ moment }: { moment: string }) => `Our desk is closed right now. It opens ${moment}.`,
  requested: 'We got your request',
  tipsRest: 'Your tips rest while we set up your visit.',
  reachUsFirst: ({ call }: { call: Html }) => html`Want to reach us first? Call ${call}.`,
  onceMore: 'Please look at your request and press the button once more.',

  howIsIt: 'How is it going?',
  oneTap: 'One tap is all we need.',
  tapped: ({ answer }: { answer: Html }) => html`Your answer: ${answer}. Tap once more to send it.`,
  sendAnswer: 'Send my answer',
  otherAnswer: 'I meant another answer',
  answers: {
    better: 'Better',
    same: 'About the same',
    worse: 'Worse',
    seen: 'I have been seen by a doctor',
  },
  thanks: 'Thank you',
  answered: {
    better: 'Good to hear. Keep it slow and steady.',
    same: 'Thank you for telling us. If it does not get better, let a doctor take a look.',
    worse: `Thank you for telling us. ${opens(subject.doctor)} should take a look.`,
    seen: 'Thank you. Your next tips take it into account.',
  },
  ringBack: ({ hours }: { hours: string }) => `Ask for a call, and we ring you back within ${hours} working hours.`,
  restFirst: subject.restFirst,

  ourOffices: 'Our offices',
  yourChoices: 'Your choices and how to stop',
});
