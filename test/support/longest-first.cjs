const Sequencer = require('@jest/test-sequencer').default;

/** Jest knows how long a suite takes when it has run it before; on a new machine the laws, which are longest, begin. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path, duration }) => Number(duration === undefined && /\.laws\.test\.ts$/.test(path));
    return super.sort(tests).sort((a, b) => isLong(b) - isLong(a));
  }
};
