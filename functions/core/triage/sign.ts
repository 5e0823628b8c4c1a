export type SignName =
  | 'self-harm'
  | 'bladder'
  | 'bowel'
  | 'saddle'
  | 'leg'
  | 'fever'
  | 'injury'
  | 'chest'
  | 'call for help';

/** A sign that no one should wait with. Each pattern is one way to say it; the notation stands in pattern.ts. */
export type Sign = {
  name: SignName;
  kind: 'crisis' | 'emergency' | 'call-for-help';
  says: string;
  patterns: string;
};
