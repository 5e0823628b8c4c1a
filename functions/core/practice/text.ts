/** A text somebody sent us. */
export interface InboundText {
  /** E.164. */
  from: string;
  body: string;
  /** The provider's id: the same text delivered twice is one text. */
  id: string;
}
