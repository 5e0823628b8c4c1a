/** What this practice writes about, and to whom. */
export const subject = {
  /** A heading, or the start of one. */
  tipsForReaders: 'Back-care tips for runners',
  /** Inside a sentence. */
  theTips: 'our tips for runners',
  aboutYou: 'Tell us a little about your running.',
  aboutYouTitle: 'Tell us how you run',
  yourAnswers: 'your answers about running and your back',
  doctor: 'a spine doctor',
  seeDoctorFirst: 'See a spine doctor first',
  whatTheyAreFor: 'tips for back care',
};
