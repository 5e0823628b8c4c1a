import { html } from 'hono/html';
import type { Html } from '../../html';

/** The page of choices, unsubscribing, and one's own data. */
export const choices = {
  title: 'Your choices',
  lead: ({ practice }: { practice: string }) =>
    `Change what you get from ${practice}, or stop. Each button works at once.`,
  howWeReach: 'How we reach you',
  channels: { email: 'Email', sms: 'Texts' },
  states: { on: 'on', asked: 'waiting for your yes', off: 'off' },
  endingIn: ({ digits }: { digits: string }) => `number ending in ${digits}`,
  stopChannel: { email: 'Stop emails', sms: 'Stop texts' },
  startChannel: { email: 'Turn emails on', sms: 'Turn texts on' },
  confirmFirst: 'We ask you to confirm first.',
  /** What is missing, and a link to the sign-up. */
  wantToo: {
    email: ({ href }: { href: string }) =>
      html`Want emails too? <a href="${href}">Sign up once more</a> and give both your email address and your mobile number.`,
    sms: ({ href }: { href: string }) =>
      html`Want texts too? <a href="${href}">Sign up once more</a> and give both your email address and your mobile number.`,
  },
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
    stopped: { email: 'Done. You get no more emails.', sms: 'Done. You get no more texts.' },
    stopping: 'Stopping now. One message already on its way may still reach you.',
    asked: {
      email: 'Check your inbox and tap the button to say yes.',
      sms: 'Check your phone and reply YES.',
    },
    paused: 'Done. We stay quiet for 30 days.',
    pausing: 'Paused. One message already on its way may still reach you.',
    resumed: 'Done. Your tips go on.',
    language: 'Your language is saved.',
    topicOn: 'Done. This topic goes on.',
    topicOff: 'Done. This topic is off.',
    topicStopping: 'Stopped. One message already on its way may still reach you.',
    dataLink: {
      email: 'Check your inbox for a link. It works for 30 minutes.',
      sms: 'Check your phone for a link. It works for 30 minutes.',
    },
  },

  unsubscribe: 'Unsubscribe',
  unsubscribeOne: ({ address }: { address: string }) => `Unsubscribe ${address}`,
  stopThese: { email: 'Stop these emails?', sms: 'Stop these texts?' },
  oneTapStops: {
    email: ({ practice }: { practice: string }) => `One tap and ${practice} sends you no more emails of this kind.`,
    sms: ({ practice }: { practice: string }) => `One tap and ${practice} sends you no more texts of this kind.`,
  },
  weDoIt: ({ call }: { call: Html }) => html`You can also call ${call} and we do it for you.`,
  unsubscribed: 'You are unsubscribed',
  unsubscribing: 'You will be unsubscribed',
  onYourWay: 'You are on your way out',
  noMore: { email: 'You get no more emails from us.', sms: 'You get no more texts from us.' },
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
    download: {
      all: 'Download your data',
      email: 'Download your email data',
      sms: 'Download your text data',
    },
    oneFile: {
      all: 'One file with all we keep about you: your answers, your choices, and the messages we sent.',
      email: 'One file with your answers, your choices for emails, and the emails we sent.',
      sms: 'One file with your answers, your choices for texts, and the texts we sent.',
    },
    notInFile: {
      email: 'Your emails are not in this file. To get them, open your choices from an email and ask there.',
      sms: 'Your texts are not in this file. To get them, open your choices from the link in a text and ask there.',
    },
    downloadNow: 'Download',
    keepSafe: 'Keep the file in a safe place. It is not locked.',
    delete: { all: 'Delete your data', email: 'Delete your email data', sms: 'Delete your text data' },
    deleteAsk: { all: 'Delete your data?', email: 'Delete your email data?', sms: 'Delete your text data?' },
    deleteLead: {
      all: 'This ends all messages and deletes your answers, your choices and your history. It cannot be undone.',
      email: 'This ends your emails and deletes their history. It cannot be undone.',
      sms: 'This ends your texts and deletes their history. It cannot be undone.',
    },
    goOn: {
      email:
        'Your emails go on, and we keep the answers they need. To delete these as well, open your choices from an email and ask there.',
      sms: 'Your texts go on, and we keep the answers they need. To delete these as well, open your choices from the link in a text and ask there.',
    },
    whatStays:
      'Two things stay, because the law asks for proof: that you agreed and that you left, sealed for 6 years, and a scrambled mark that keeps us from writing to you again.',
    deleteNow: { all: 'Delete my data', email: 'Delete my email data', sms: 'Delete my text data' },
    changedMind: 'Changed your mind? Close the page, and nothing happens.',
    deleted: {
      all: 'Your data is deleted',
      email: 'Your email data is deleted',
      sms: 'Your text data is deleted',
    },
    notAgain: 'You will not hear from us again, unless you sign up again.',
    othersGoOn: {
      email: 'You get no more texts, unless you sign up again. Your emails go on.',
      sms: 'You get no more emails, unless you sign up again. Your texts go on.',
    },
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
