'use strict';

const nothing = async () => null;

module.exports = {
  getPassword: nothing,
  setPassword: nothing,
  deletePassword: nothing,
  findPassword: nothing,
  findCredentials: async () => [],
};
