import { getOperationAST, parse } from 'graphql';
import { ownDocuments } from '../../schema/document.ts';
import '../../src/server/assemble.ts';

/** The name and the text of each operation that the pages, the feeds, and the explorer send. */
export const ownOperations = (): [name: string, text: string][] =>
  [...ownDocuments()].flatMap((text): [string, string][] => {
    const operation = getOperationAST(parse(text));
    return operation ? [[operation.name?.value ?? text, text]] : [];
  });
