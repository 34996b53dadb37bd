/**
 * Stands in for `@atlaskit/feature-gate-js-client`, which asks Atlassian's own service which experiments are on. An app
 * never starts that client, so it answers "off" to everything, after 25 KB of code and a warning in the console for each
 * question. This answers the same at once.
 */
const featureGates = {
  initializeCompleted: (): boolean => false,
  checkGate: (): boolean => false,
  getExperimentValue: <Value>(_experiment: string, _parameter: string, fallback: Value): Value => fallback,
};

export default featureGates;
