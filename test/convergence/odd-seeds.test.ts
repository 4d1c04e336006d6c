/** All replicas and the server become the same, and nothing that was stored is ever lost: odd seeds. */
import { describeSchedules } from './describe-schedules.ts';

describeSchedules(1, 2);
