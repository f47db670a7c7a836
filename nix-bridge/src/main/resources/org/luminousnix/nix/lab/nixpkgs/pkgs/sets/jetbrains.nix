{
  clion = [ "2024.2.2" "unfree" "https://www.jetbrains.com/clion/" "Workbench for C and C++" ];
  idea-community = [ "2024.2.3" "asl20" "https://www.jetbrains.com/idea/" "Workbench for Java and Kotlin, free" ];
  idea-ultimate = [ "2024.2.3" "unfree" "https://www.jetbrains.com/idea/" "Workbench for Java and the web" ];
  pycharm-community = [ "2024.2.3" "asl20" "https://www.jetbrains.com/pycharm/" "Workbench for Python, free" ];
  webstorm = [ "2024.2.3" "unfree" "https://www.jetbrains.com/webstorm/" "Workbench for the web" ];
}
