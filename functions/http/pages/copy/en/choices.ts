import { html } from 'hono/html';
import type { Html } from '../../html';

/** The page of choices, unsubscribing, and one's own data. */
export const choices = {
  title: 'Your choices',
  lead: ({ practice }: { practice: string }) =>
    `Change what you get from ${practice}, or stop. Each button works at once.`,
  howWeReach: 'How we reach you',
  states: { on: 'on', asked: 'waiting for your yes', off: 'off' },
  endingIn: ({ digits }: { digits: string }) => `number ending in ${digits}`,
  confirmFirst: 'We ask you to confirm first.',
  topics: 'Topics',
  stopTopic: 'Stop this topic',
  startTopic: 'Start it again',
  pause: 'Take a break',
  pauseLead: 'We stay quiet for 30 days, then go on where you left off.',
  pauseNow: 'Pause for 30 days',
  pausedUntil: ({ moment }: { moment: string }) => `You are on a break until ${moment}.`,
  goOn: 'Go on now',
  language: 'Language',
  whichLanguage: 'Which language do you prefer?',
  saveLanguage: 'Save language',
  languageHint: ({ href }: { href: string }) =>
    html`Our pages and messages use it. A tip that is not ready in your language comes in English. Free help in any language: <a href="${href}">language help</a>.`,
  yourData: 'Your data',
  freshLink: 'We send you a fresh link first, so that nobody else can do this. It works for 30 minutes.',
  downloadMine: 'Download my data',
  deleteMine: 'Delete my data',
  ratherTalk: ({ call }: { call: Html }) => html`Rather talk? Call ${call}.`,
  done: {
    stopping: 'Stopping now. One message already on its way may still reach you.',
    paused: 'Done. We stay quiet for 30 days.',
    pausing: 'Paused. One message already on its way may still reach you.',
    resumed: 'Done. Your tips go on.',
    language: 'Your language is saved.',
    topicOn: 'Done. This topic goes on.',
    topicOff: 'Done. This topic is off.',
    topicStopping: 'Stopped. One message already on its way may still reach you.',
  },

  unsubscribe: 'Unsubscribe',
  unsubscribeOne: ({ address }: { address: string }) => `Unsubscribe ${address}`,
  weDoIt: ({ call }: { call: Html }) => html`You can also call ${call} and we do it for you.`,
  unsubscribed: 'You are unsubscribed',
  unsubscribing: 'You will be unsubscribed',
  onYourWay: 'You are on your way out',
  takingYouOff: 'We are taking you off the list. One message already on its way may still reach you.',
  didYouMean: ({ meant }: { meant: string }) => `Did you mean ${meant}?`,
  stoppedAsTyped: ({ meant }: { meant: string }) =>
    `We stopped the address as you typed it. If yours is ${meant}, tap here as well.`,
  needCare: ({ call, hours }: { call: Html; hours: string }) =>
    html`Need care? Call us at ${call}. Our desk is open ${hours}.`,
  deskHours: ({ from, to }: { from: string; to: string }) => `Monday to Friday, ${from} to ${to}`,
  deskHoursBut: ({ from, to, closed }: { from: string; to: string; closed: string }) =>
    `Monday to Friday, ${from} to ${to} (closed ${closed})`,
  lunch: ({ from, to }: { from: string; to: string }) => `${from} to ${to}`,
  onHolidays: 'on holidays',
  wasItASlip: ({ href }: { href: string }) => html`Was it a slip? You can <a href="${href}">sign up again</a>.`,
  notFound: 'We could not find your sign-up',
  notFoundLead: 'This link is old, and we do not know any more whom it was for. Nothing was stopped yet.',
  checkAddress: 'Please check the address',
  stopOurs: 'Stop our messages',
  typeAddress: 'Type the email address or mobile number that gets our messages. We stop them at once.',
  onceEach: 'You get both emails and texts? Please do this once for each.',
  address: 'Email address or mobile number',

  data: {
    download: 'Download your data',
    oneFile: 'One file with all we keep about you: your answers, your choices, and the messages we sent.',
    downloadNow: 'Download',
    keepSafe: 'Keep the file in a safe place. It is not locked.',
    delete: 'Delete your data',
    deleteAsk: 'Delete your data?',
    deleteLead: 'This ends all messages and deletes your answers, your choices and your history. It cannot be undone.',
    whatStays:
      'Two things stay, because the law asks for proof: that you agreed and that you left, sealed for 6 years, and a scrambled mark that keeps us from writing to you again.',
    deleteNow: 'Delete my data',
    changedMind: 'Changed your mind? Close the page, and nothing happens.',
    deleted: 'Your data is deleted',
    notAgain: 'You will not hear from us again, unless you sign up again.',
  },

  problems: {
    'not-found': 'We cannot find that page',
    gone: 'This link no longer works',
    'too-many-requests': 'Please wait a minute',
    invalid: 'Please check that again',
    'too-large': 'That was too long',
    other: 'That did not work',
  },
  callAnyway: ({ call }: { call: Html }) => html`You can always call us at ${call}.`,
};
