/** The replica of the demo: no server knows it, nothing goes into it or out of it, and leaving deletes it. */
export const demoReplica = 'gemba:demo';
