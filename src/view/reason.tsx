import { Day } from './days.tsx';

/** A sentence of the API, such as the reason of a coverage, with its ISO 8601 days as people write them. */
export const Reason = ({ text }: { text: string }) => (
  <>{text.split(/\b(\d{4}-\d{2}-\d{2})\b/).map((piece, i) => (i % 2 === 1 ? <Day date={piece} /> : piece))}</>
);
