/** Loaded into a server before its program (node --import): each SIGUSR2 sets its clock back by a day. */
const DAY = 86_400_000;
const Real = Date;
let behind = 0;
const now = () => Real.now() - behind;

globalThis.Date = new Proxy(Real, {
  apply: () => new Real(now()).toString(),
  construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
process.on('SIGUSR2', () => {
  behind += DAY;
});
