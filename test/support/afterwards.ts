import { afterAll } from '@jest/globals';

const tasks: (() => unknown)[] = [];

/** What is to be done when the file's tests are over; the last said first, so that a server ends before its folder. */
export const afterwards = (task: () => unknown): void => void tasks.push(task);

afterAll(async () => {
  for (const task of tasks.splice(0).reverse()) await task();
});
