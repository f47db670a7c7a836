# The file named by an environment variable, or else the default.
variable: default:
let value = builtins.getEnv variable; in if value == "" then default else /. + value
