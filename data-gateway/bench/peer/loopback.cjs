// The peer listens on all interfaces and knows no option for it; a benchmark stays on this machine.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (options, ...rest) {
  const port = typeof options === 'object' && options !== null ? options.port : options;
  const callback = rest.findLast((one) => typeof one === 'function');
  return listen.call(this, { port: Number(port), host: '127.0.0.1' }, callback);
};
