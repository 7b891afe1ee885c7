/** The double in a thread of its own, so that what it holds does not count as its clients' memory; tells its address. */
import { parentPort } from 'node:worker_threads';
import { startCouchDouble } from './couch-double.ts';

const { url } = await startCouchDouble(new Map());
parentPort?.postMessage(url);
