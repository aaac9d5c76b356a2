import { withPostgres } from '../postgres/engine.ts';
import { newPostgresStore } from '../postgres/store.ts';
import { storeContract } from './contract.ts';
import { delegationsContract } from './delegations-contract.ts';
import { draftsContract } from './drafts-contract.ts';
import { eventsContract } from './events-contract.ts';
import { externesContract } from './externes-contract.ts';
import { figuresContract } from './figures-contract.ts';
import { identitiesContract } from './identities-contract.ts';
import { leasesContract } from './leases-contract.ts';
import { reglagesContract } from './reglages-contract.ts';
import { webhooksContract } from './webhooks-contract.ts';

const contracts = [
  ...[storeContract, draftsContract, eventsContract, webhooksContract, figuresContract],
  ...[identitiesContract, delegationsContract, externesContract, reglagesContract],
  leasesContract,
];

withPostgres('a store of PostgreSQL', () => {
  for (const contract of contracts) contract('PostgreSQL', () => newPostgresStore());
});
