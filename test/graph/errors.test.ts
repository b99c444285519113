/** What the database says becomes what a client reads: the whole table of codes, and a slow database told from a dead one. */
import { setTimeout as pause } from 'node:timers/promises';
import { Neo4jError } from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import { translate } from '../../src/graph/errors.ts';
import { within } from '../../src/graph/patience.ts';
import { ReadTransaction } from '../../src/graph/read-transaction.ts';
import { testGraph } from '../setup/test-graph.ts';

/** Every status code of Neo4j 5.26 that is an error, and those of the driver, by the code of ours. `area: name name …` */
const TABLE = {
  TIMEOUT: `
    Neo.ClientError.Procedure: ProcedureTimedOut
    Neo.ClientError.Transaction: LockClientStopped Terminated TransactionTimedOut TransactionTimedOutClientConfiguration
    Neo.TransientError.Statement: ExecutionTimeout
    Neo.TransientError.Transaction: LockAcquisitionTimeout Terminated LockClientStopped
  `,
  LIMIT_EXCEEDED: `
    Neo.ClientError.General: TransactionOutOfMemoryError
    Neo.TransientError.General: MemoryPoolOutOfMemoryError OutOfMemoryError StackOverFlowError TransactionMemoryLimit
  `,
  DATABASE_UNAVAILABLE: `
    Neo.ClientError.Cluster: NotALeader Routing
    Neo.ClientError.Database: DatabaseNotFound ExistingAliasFound ExistingDatabaseFound IllegalAliasChain
    Neo.ClientError.Routing: DbmsInPanic RoutingFailed
    Neo.ClientError.Security: AuthenticationRateLimit AuthorizationExpired CredentialsExpired Forbidden TokenExpired Unauthorized
    Neo.DatabaseError.Database: DatabaseLimitReached UnableToStartDatabase Unknown
    Neo.DatabaseError.General: IndexCorruptionDetected SchemaCorruptionDetected StorageDamageDetected
    Neo.DatabaseError.Transaction: LinkedTransactionError TransactionCommitFailed TransactionLogError TransactionRollbackFailed TransactionStartFailed TransactionTerminationFailed
    Neo.TransientError.ChangeDataCapture: FutureIdentifier
    Neo.TransientError.Cluster: ReplicationFailure
    Neo.TransientError.General: DatabaseUnavailable
    Neo.TransientError.Request: NoThreadsAvailable ResourceExhaustion
    Neo.TransientError.Security: AuthProviderFailed AuthProviderTimeout ModifiedConcurrently
    Neo.TransientError.Statement: RemoteExecutionTransientError
    Neo.TransientError.Transaction: BookmarkTimeout ConstraintsChanged DeadlockDetected Interrupted LeaderSwitch LeaseExpired MaximumTransactionLimitReached Outdated QueryExecutionFailedOnTransaction
    ServiceUnavailable SessionExpired ProtocolError N/A
    Neo.TransientError.Database: DatabaseUnavailable
  `,
  'as it came': `
    Neo.ClientError.ChangeDataCapture: InvalidIdentifier
    Neo.ClientError.Fabric: AccessMode
    Neo.ClientError.General: ForbiddenOnReadOnlyDatabase InvalidArguments UpgradeRequired WriteOnReadOnlyAccessDatabase
    Neo.ClientError.Procedure: ProcedureCallFailed ProcedureNotFound ProcedureRegistrationFailed TypeError
    Neo.ClientError.Request: Invalid InvalidFormat InvalidUsage
    Neo.ClientError.Schema: ConstraintAlreadyExists ConstraintNotFound ConstraintValidationFailed ConstraintViolation ConstraintWithNameAlreadyExists EquivalentSchemaRuleAlreadyExists ForbiddenOnConstraintIndex IndexAlreadyExists IndexMultipleFound IndexNotApplicable IndexNotFound IndexWithNameAlreadyExists RepeatedLabelInSchema RepeatedPropertyInCompositeSchema RepeatedRelationshipTypeInSchema TokenLengthError TokenNameError
    Neo.ClientError.Statement: AccessMode ArgumentError ArithmeticError ConstraintVerificationFailed EntityNotFound ExternalResourceFailed InvalidTargetDatabaseError NotSystemDatabaseError ParameterMissing PropertyNotFound RemoteExecutionClientError RuntimeUnsupportedError SemanticError SyntaxError TypeError UnsupportedAdministrationCommand UnsupportedOperationError
    Neo.ClientError.Transaction: ForbiddenDueToTransactionType InvalidBookmark InvalidBookmarkMixture TransactionAccessedConcurrently TransactionHookFailed TransactionMarkedAsFailed TransactionNotFound TransactionValidationFailed
    Neo.DatabaseError.ChangeDataCapture: Disabled ScanFailure
    Neo.DatabaseError.Fabric: RemoteExecutionFailed
    Neo.DatabaseError.General: UnknownError
    Neo.DatabaseError.Schema: ConstraintCreationFailed ConstraintDropFailed IndexCreationFailed IndexDropFailed LabelAccessFailed PropertyKeyAccessFailed RelationshipTypeAccessFailed SchemaRuleAccessFailed SchemaRuleDuplicateFound TokenLimitReached
    Neo.DatabaseError.Statement: ExecutionFailed RemoteExecutionFailed
  `,
};

const codesOf = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [, area, names = ''] = /^\s*(?:(Neo\S+): )?(.*)$/.exec(line) ?? [];
      return names.split(' ').map((name) => (area === undefined ? name : `${area}.${name}`));
    });

describe.each(Object.entries(TABLE))('%s', (ours, text) => {
  test.each(codesOf(text))('for %s', (code) => {
    const error = new Neo4jError('MATCH (n) secret', code, '50N42', '', undefined as never);
    const translated = translate(error);
    if (ours === 'as it came') expect(translated).toBe(error);
    else
      expect(translated).toMatchObject({
        extensions: { code: ours },
        message: expect.not.stringMatching(/secret|again shortly/),
      });
  });
});

test('the table has every code of Neo4j once', () => {
  const all = Object.values(TABLE).flatMap(codesOf);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBe(134);
});

describe('a wait for the database', () => {
  const never = new Promise<never>(() => undefined);

  test('that is too long is TIMEOUT when it lives, DATABASE_UNAVAILABLE when it does not answer', async () => {
    const answers: [Promise<boolean>, string][] = [
      [Promise.resolve(true), 'TIMEOUT'],
      [Promise.resolve(false), 'DATABASE_UNAVAILABLE'],
      [never, 'DATABASE_UNAVAILABLE'],
    ];
    for (const [answer, code] of answers) {
      const waiting = within({ milliseconds: 20, isAlive: () => answer }, never);
      await expect(waiting).rejects.toMatchObject({ extensions: { code } });
    }
  });

  test('that is short asks nothing else, and an answer in the time of grace counts', async () => {
    let asked = 0;
    const isAlive = async () => {
      asked += 1;
      return true;
    };
    expect(await within({ milliseconds: 1_000, isAlive }, pause(10, 'soon'))).toBe('soon');
    expect(asked).toBe(0);
    expect(await within({ milliseconds: 20, isAlive }, pause(120, 'late'))).toBe('late');
    expect(asked).toBe(1);
  });
});

describe('a slow statement', () => {
  const { graph } = testGraph();
  const SLOW = 'UNWIND range(1, 2000000000) AS i WITH i WHERE i < 0 RETURN count(i) AS n';

  test('is TIMEOUT, alone and beside others', async () => {
    const one = () => graph().read(SLOW, {}, { deadline: Date.now() + 400 });
    for (const settled of await Promise.allSettled([one(), one(), one()])) {
      expect(settled).toMatchObject({ status: 'rejected', reason: { extensions: { code: 'TIMEOUT' } } });
    }
  });

  test('is TIMEOUT in a transaction of several', async () => {
    const transaction = await ReadTransaction.begin(graph(), { stepMs: 400, totalMs: 30_000 });
    await expect(transaction.rows({ text: SLOW } as never, {})).rejects.toMatchObject({
      extensions: { code: 'TIMEOUT' },
    });
    transaction.end();
  });
});
