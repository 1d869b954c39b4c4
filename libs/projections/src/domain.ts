// Brings `reflect-metadata`, which the decorators in the domain's modules must find when these are loaded: whoever
// starts from here, a worker thread among them, has no main module that would have brought it.
import '@nestjs/common';

export * from '@registre/deliberation';
