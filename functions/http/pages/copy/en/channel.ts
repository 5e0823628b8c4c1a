import { html } from 'hono/html';
import type { ChannelName } from '../../../../core/base/channel';
import type { Html } from '../../html';

/** What is said of one channel, in whole sentences: no language builds them from parts. */
export const channel = {
  email: {
    name: 'Email',
    /** Where each tip comes, for a person who can be reached on several channels. */
    tipsBy: 'By email',
    tipsCome: 'Done. Tips come by email.',
    stop: 'Stop emails',
    start: 'Turn emails on',
    /** What is missing, and a link to the sign-up. */
    wantToo: ({ href }: { href: string }) =>
      html`Want emails too? <a href="${href}">Sign up once more</a> and give both your email address and your mobile number.`,
    stopped: 'Done. You get no more emails.',
    asked: 'Check your inbox and tap the button to say yes.',
    dataLink: 'Check your inbox for a link. It works for 30 minutes.',
    stopThese: 'Stop these emails?',
    oneTapStops: ({ practice }: { practice: string }) =>
      `One tap and ${practice} sends you no more emails of this kind.`,
    noMore: 'You get no more emails from us.',
    /** Of the data of this channel alone, where another address proved the same record. */
    download: 'Download your email data',
    oneFile: 'One file with your answers, your choices for emails, and the emails we sent.',
    notInFile: 'Your emails are not in this file. To get them, open your choices from an email and ask there.',
    delete: 'Delete your email data',
    deleteAsk: 'Delete your email data?',
    deleteLead: 'This ends your emails and deletes their history. It cannot be undone.',
    /** This channel stays while the data of another is deleted. */
    goesOnFor:
      'Your emails go on, and we keep the answers they need. To delete these as well, open your choices from an email and ask there.',
    deleteNow: 'Delete my email data',
    deleted: 'Your email data is deleted',
    noMoreUnless: 'You get no more emails, unless you sign up again.',
    goOn: 'Your emails go on.',
    nothingToDo: 'There is nothing more to do. You get tips on this email address.',
    oneTapLead: 'Tap the button to say yes to tips on this email address.',
    besideLead: ({ beside }: { beside: Html }) =>
      html`Say yes to tips on this email address. The sign-up also names the ${beside}. Is that yours, too?`,
  },
  sms: {
    name: 'Texts',
    tipsBy: 'By text',
    tipsCome: 'Done. Tips come by text.',
    stop: 'Stop texts',
    start: 'Turn texts on',
    wantToo: ({ href }: { href: string }) =>
      html`Want texts too? <a href="${href}">Sign up once more</a> and give both your email address and your mobile number.`,
    stopped: 'Done. You get no more texts.',
    asked: 'Check your phone and reply YES.',
    dataLink: 'Check your phone for a link. It works for 30 minutes.',
    stopThese: 'Stop these texts?',
    oneTapStops: ({ practice }: { practice: string }) =>
      `One tap and ${practice} sends you no more texts of this kind.`,
    noMore: 'You get no more texts from us.',
    download: 'Download your text data',
    oneFile: 'One file with your answers, your choices for texts, and the texts we sent.',
    notInFile: 'Your texts are not in this file. To get them, open your choices from the link in a text and ask there.',
    delete: 'Delete your text data',
    deleteAsk: 'Delete your text data?',
    deleteLead: 'This ends your texts and deletes their history. It cannot be undone.',
    goesOnFor:
      'Your texts go on, and we keep the answers they need. To delete these as well, open your choices from the link in a text and ask there.',
    deleteNow: 'Delete my text data',
    deleted: 'Your text data is deleted',
    noMoreUnless: 'You get no more texts, unless you sign up again.',
    goOn: 'Your texts go on.',
    nothingToDo: 'There is nothing more to do. You get tips on this number.',
    oneTapLead: 'Tap the button to say yes to tips on this number.',
    besideLead: ({ beside }: { beside: Html }) =>
      html`Say yes to tips on this number. The sign-up also names the ${beside}. Is that yours, too?`,
  },
} satisfies Record<ChannelName, object>;
