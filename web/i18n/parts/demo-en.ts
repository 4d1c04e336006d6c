/** What the screens say on the demo, in English. */
export const demoEn = {
  'demo.title': 'Demo',
  'demo.hint': 'A made-up hospital, on this device only.',
  'demo.hintServed': 'A made-up hospital on this server, for whoever looks around.',
  'demo.enter': 'Look around in a demo',
  'demo.failed': 'The demo could not be loaded. Connect once, then try again.',
  'demo.visitor': 'Visitor',
  'demo.notReal': 'Demo: nothing here is real.',
  'demo.leave': 'Leave',
} as const;
