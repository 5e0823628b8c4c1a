import { html } from 'hono/html';
import { plural } from '../../../../core/base/locale';
import type { PracticeWords } from '../../../../core/practice/words';
import type { Html } from '../../html';

/** Signing up, the profile of those who began by text, and the confirmation. */
export const joining = (subject: PracticeWords) => ({
  title: subject.tipsForReaders,
  lead: ({ practice }: { practice: string }) =>
    `Short, free tips from the team at ${practice}. ${subject.aboutYou} We send what fits you.`,
  aboutYou: 'About you',
  firstName: 'First name',
  timeZone: 'Time zone',
  timeZoneHint: 'So that nothing reaches you at a bad hour.',
  zones: {
    unsure: 'I am not sure',
    eastern: 'Eastern',
    central: 'Central',
    mountain: 'Mountain',
    arizona: 'Arizona',
    pacific: 'Pacific',
    alaska: 'Alaska',
    hawaii: 'Hawaii',
    puertoRico: 'Puerto Rico',
  },
  postalCode: 'ZIP code (optional)',
  office: 'Nearest office (optional)',
  officeHint: 'Where a visit would suit you best.',
  noOffice: 'No preference',
  adult: 'I am 18 or older.',
  reachTitle: 'How should we reach you?',
  reachHint: 'Choose email, texts or both. You can stop at any time.',
  email: 'Email address',
  phone: 'Mobile number',
  phoneHint: 'Only if you want texts. A US number.',
  tipsBy: 'If you give both: where should each tip come?',
  tipsByHint: 'It comes once. If you choose nothing, it comes by email.',
  tipsByBoth: 'Both',
  dataTitle: 'What we do with your answers',
  send: 'Send me tips',
  trap: 'Leave this empty',

  stepOf: ({ at, all }: { at: string; all: string }) => `Step ${at} of ${all}`,
  back: 'Back',
  next: 'Next',
  tapGoesOn: 'Tap an answer to go on, or use Next.',
  needed: 'Please answer this to go on.',

  checkAnswers: 'Please check your answers',
  toCheck: ({ count, title }: { count: number; title: string }) =>
    `${count} ${plural('en', count, { one: 'answer', other: 'answers' })} to check: ${title}`,

  checkEmail: 'Please check your email address',
  didYouMean: ({ meant }: { meant: string }) => `Did you mean ${meant}?`,
  youGave: ({ typed }: { typed: string }) => `You gave ${typed}. An email to a wrong address would never reach you.`,
  takeMeant: ({ meant }: { meant: string }) => `Yes, use ${meant}`,
  keepTyped: ({ typed }: { typed: string }) => `No, ${typed} is right`,

  check: { inbox: 'Check your inbox', phone: 'Check your phone', both: 'Check your inbox and your phone' },
  lookForEmail: 'Look for an email from us and tap the button in it to say yes. It works for 7 days.',
  lookForText: 'Look for a text from us and reply YES to start. It works for 7 days.',
  nothingThere:
    'Nothing there after a few minutes? Look in your spam folder. If you signed up before, you may not get a new message.',
  noEmergency: ({ call }: { call: Html }) => html`Not an emergency after all? Call us at ${call}.`,
  accepted: 'Check your inbox / phone.',

  profileTitle: subject.aboutYouTitle,
  profileLead: 'Two minutes, so that the tips fit you.',
  saveAnswers: 'Save my answers',
  thanks: 'Thank you',
  answersSaved: 'Your answers are saved. Your tips come by text.',

  confirmedAlready: 'You are confirmed',
  tooOld: 'This link is too old',
  tooOldLead: 'Links work for 7 days. Please sign up again and we send you a new one.',
  signUpAgain: 'Sign up again',
  oneTap: 'One tap to go',
  yes: 'Yes, sign me up',
  besideEmail: ({ hint }: { hint: string }) => `email address ${hint}`,
  besideNumber: ({ digits }: { digits: string }) => `number ending in ${digits}`,
  yesBoth: 'Yes, sign me up for both',
  yesOne: 'Sign me up here only, that one is not mine',
  notAsked: 'You did not ask for this? Close the page. You will not hear from us again.',
  youAreIn: 'You are in',
  youAreInName: ({ name }: { name: string }) => `You are in, ${name}`,
  whatComes: 'What comes when',
  addDates: 'Add these dates to my calendar',
  /** What a shared calendar may show: the practice, and nothing of what a tip is about. */
  dateTitle: ({ practice }: { practice: string }) => `A tip from ${practice}`,
  comesSoon: 'Your first message comes soon.',
  howToStop:
    'Every email has a link to stop, and STOP ends the texts. Dates can move a little so that nothing reaches you at a bad hour.',
});
