{
  eslint = [ "8.57.1" "mit" "https://eslint.org" "Finds mistakes in JavaScript" ];
  prettier = [ "3.3.3" "mit" "https://prettier.io" "Formats code of the web" ];
  serve = [ "14.2.3" "mit" "https://github.com/vercel/serve" "Serves a directory as a web site" ];
  typescript-language-server = [ "4.3.3" "asl20" "https://github.com/typescript-language-server/typescript-language-server" "Language server for TypeScript" ];
}
