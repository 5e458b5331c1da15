# A model of the built-in components, written from their page alone and sharing no code with the program.
