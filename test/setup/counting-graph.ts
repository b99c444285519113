import { Graph } from '../../src/graph/connect.ts';

/** A graph that counts the statements of answers; reads of the version are not among them. */
export class CountingGraph extends Graph {
  statements = 0;
  override read<Row extends object>(...given: Parameters<typeof Graph.prototype.read<Row>>): Promise<Row[]> {
    this.statements += 1;
    return super.read<Row>(...given);
  }
}
