/** Precompiled Handlebars specs, one for each look and format; written by `npm run templates`. */
export const compiled: Record<'message.html' | 'message.txt' | 'notice.html' | 'notice.txt', TemplateSpecification>;
