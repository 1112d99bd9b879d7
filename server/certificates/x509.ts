// The library builds its parts by decorators, which need this before it is loaded.
import 'reflect-metadata'

export * from '@peculiar/x509'
