import { Engine } from "./engine/client";

void Engine.start();
