import { withMarks } from '../prose/hidden.ts';

/** How often a long step is reported where no line can change, such as in a log. */
const REPORT_MS = 10_000;

/**
 * Shows progress on standard error, so standard output contains only results. On a terminal, the current step is one
 * line that changes; elsewhere, each step is printed once, and a long step reports every 10 seconds. Names come from
 * imported files, so invisible characters are printed as marks. Otherwise, an escape sequence or a right-to-left
 * override could change what the terminal shows.
 */
export class Progress {
  private readonly out: NodeJS.WriteStream;
  private readonly now: () => number;
  private current = '';
  private reportedAt = 0;

  constructor(out: NodeJS.WriteStream = process.stderr, now: () => number = () => performance.now()) {
    this.out = out;
    this.now = now;
  }

  /** Starts a step, such as "Starting Neo4j". */
  step(what: string): void {
    this.end();
    this.current = what;
    this.reportedAt = this.now();
    this.out.write(withMarks(this.out.isTTY ? `… ${what}` : `… ${what}\n`));
  }

  /** Shows the progress of the step, such as "120 of 213 files". */
  readonly note = (detail: string): void => {
    const line = `… ${withMarks(`${this.current}: ${detail}`)}`;
    if (this.out.isTTY) this.out.write(`\r\x1b[K${line}`);
    else if (this.now() - this.reportedAt >= REPORT_MS) {
      this.reportedAt = this.now();
      this.out.write(`${line}\n`);
    }
  };

  /** Ends the step. The result replaces the name of the step. */
  done(result = this.current): void {
    const line = `✓ ${withMarks(result)}\n`;
    this.out.write(this.out.isTTY ? `\r\x1b[K${line}` : line);
    this.current = '';
  }

  /** Prints a line. */
  say(line: string): void {
    this.end();
    this.out.write(`${withMarks(line)}\n`);
  }

  private end(): void {
    if (this.current !== '' && this.out.isTTY) this.out.write('\n');
    this.current = '';
  }
}
