// In a child of the double: `process.parentPort`, as a utility process has it.
process.parentPort = {
  on: (_event, listener) => process.on('message', (data) => listener({ data })),
  postMessage: (message) => process.send?.(message),
};
process.on('disconnect', () => process.exit(0));
