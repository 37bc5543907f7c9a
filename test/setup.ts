// The order matters: Jest can load the CommonJS packages that require Nest only once these are in its registry.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
import './support/shown-response-bodies.js';
