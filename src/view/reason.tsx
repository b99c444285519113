import { Day } from './days.tsx';

/** A sentence from the API, such as the reason of a coverage, in which the ISO 8601 dates are written in words. */
export const Reason = ({ text }: { text: string }) => (
  <>{text.split(/\b(\d{4}-\d{2}-\d{2})\b/).map((piece, i) => (i % 2 === 1 ? <Day date={piece} /> : piece))}</>
);
