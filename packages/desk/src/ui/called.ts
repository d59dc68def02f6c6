interface Called {
  readonly id: string;
  readonly type: string;
  readonly caption: string;
}

/**
 * What something is called where words can't be blurred: in pictures, titles and files. An advert, which is called
 * by its words, is called by the end of its id there.
 */
export function calledPlainly({ id, type, caption }: Called): string {
  return type === 'advert' ? `#${id.slice(-6)}` : caption;
}
