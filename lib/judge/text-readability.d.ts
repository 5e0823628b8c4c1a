/** The part of the library that is used; it brings no types of its own. */
declare module 'text-readability' {
  const readability: { fleschKincaidGrade(text: string): number; smogIndex(text: string): number };
  export default readability;
}
