/**
 * pdfmake's reader of turned text (xmldoc) asks for Node's name of the global object. In a worker that name is unknown,
 * so it is given here; this must stay the worker's first import.
 */
Object.defineProperty(globalThis, 'global', { value: globalThis })
