import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { newFile } from './database-file.ts';
import { figuresContract } from './figures-contract.ts';

figuresContract('SQLite', async () => openSqliteStore({ file: newFile() }));
